"""From a question to ranked passages and snippets. What must not live here: files, builds, SQL that writes."""
