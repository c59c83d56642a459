"""A loopback Discord that the bot connects to unchanged, and a web page to try it on."""
