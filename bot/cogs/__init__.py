"""The slash commands, one cog for a noun. Callbacks defer, call a service, render and send; they hold no rule."""
