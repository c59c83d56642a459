"""What scraping adds to a text and can be proved to be no part of it. What must not live here: guesses.

On clean text it changes nothing, and cleaning twice is cleaning once. The wording and script stay the author's.
"""

from corpus.reading.cleaning.pipeline import LINE_RULES, TEXT_RULES, CleanLines, Cut, clean_lines, clean_text

__all__ = ["LINE_RULES", "TEXT_RULES", "CleanLines", "Cut", "clean_lines", "clean_text"]
