"""The client: connection, command tree and sync. What must not live here: answers, wording or storage."""
