"""SQLite behind the Protocols of :mod:`bot.services.ports`; only the wiring and the command line import it."""
