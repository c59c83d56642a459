"""An index build: how it is made, what it holds, where it lives. What must not live here: how a question is ranked."""
