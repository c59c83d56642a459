CREATE TABLE answers (
    key TEXT PRIMARY KEY, query_id INTEGER NOT NULL, kind TEXT NOT NULL, question TEXT NOT NULL,
    filter_source TEXT, filter_author TEXT, filter_language TEXT, filter_after TEXT, filter_before TEXT,
    subject TEXT, max_chars INTEGER, language TEXT NOT NULL, private INTEGER NOT NULL, asker_key TEXT,
    created_at_ms INTEGER NOT NULL
);
CREATE INDEX answers_by_time ON answers (created_at_ms);
CREATE TABLE people (user_key TEXT PRIMARY KEY, language TEXT NOT NULL);
CREATE TABLE named_values (name TEXT PRIMARY KEY, value TEXT NOT NULL);
-- STEP
ALTER TABLE people ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
CREATE TABLE opt_outs (user_key TEXT PRIMARY KEY);
CREATE TABLE handled (row_key TEXT PRIMARY KEY, at_ms INTEGER NOT NULL);
