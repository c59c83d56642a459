"""A module for each kind of file, its bytes to drafts of articles. What must not live here: what becomes of drafts."""
