CREATE TABLE queries (
    id INTEGER PRIMARY KEY, asked_at_ms INTEGER NOT NULL, kind TEXT NOT NULL, way_in TEXT NOT NULL,
    server_id INTEGER, channel_id INTEGER, user_key TEXT, locale TEXT, language TEXT, text TEXT NOT NULL,
    filter_source TEXT, filter_author TEXT, filter_language TEXT, filter_after TEXT, filter_before TEXT,
    private INTEGER NOT NULL, outcome TEXT NOT NULL, hits TEXT NOT NULL, latency_ms REAL, build TEXT, error TEXT
);
CREATE INDEX queries_by_time ON queries (asked_at_ms);
CREATE TABLE events (
    id INTEGER PRIMARY KEY, query_id INTEGER NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
    user_key TEXT, article_id TEXT
);
CREATE INDEX events_by_query ON events (query_id);
CREATE INDEX events_by_time ON events (at_ms);
-- STEP
ALTER TABLE events ADD COLUMN sentence TEXT;
