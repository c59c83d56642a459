"""Engines that find candidate passages, each behind :class:`corpus.index.engines.protocol.Engine`."""
