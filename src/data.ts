/** The dataset's tools: `npm run data:check` and `npm run data:schema`. */
