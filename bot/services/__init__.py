"""What the bot does, without Discord and without SQL: values, the Protocols that storage implements, and services."""
