"""Files in, articles out, safely. What must not live here: anything that searches, analyses terms or knows an index."""

from corpus.reading.aliases import Aliases
from corpus.reading.folder import Reading, iter_folder, read_aliases, read_folder

__all__ = ["Aliases", "Reading", "iter_folder", "read_aliases", "read_folder"]
