"""Text to terms: one rule set for indexing and for asking. What must not live here: articles, files, scores."""
