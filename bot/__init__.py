"""Footnote's Discord side: wiring, client, cogs, rendering, services, storage, command line and playground."""
