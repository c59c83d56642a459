"""Quality and speed, each figure beside a named peer in the same run."""
