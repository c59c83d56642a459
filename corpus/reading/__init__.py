"""Files in, articles out, safely. What must not live here: anything that searches, analyses terms or knows an index."""
