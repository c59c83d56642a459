"""The closed word lists that reading goes by, as ``words.txt`` holds them. What must not live here: any rule."""

from pathlib import Path

from corpus.word_lists import word_lists

LISTS = word_lists(Path(__file__).with_suffix(".txt"))
