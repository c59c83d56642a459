"""A draft to clean articles, each with what its lines say of it. What must not live here: any one rule."""

import dataclasses
import re
from collections.abc import Iterator

from corpus.analysis.folding import fold_key
from corpus.reading.cleaning import clean_lines, clean_text
from corpus.reading.draft import Draft
from corpus.reading.front_matter import MAX_VALUE_CHARS
from corpus.reading.heading import Heading, read_heading
from corpus.reading.plain_text import one_line, paragraphs
from corpus.reading.splitting import split_articles


def clean_articles(draft: Draft) -> Iterator[Heading]:
    """Yield the articles of a draft in order, without what scraping added; none where nothing is left to show.

    Only plain text without a title of its own is parted into several.
    """
    text, cuts = clean_text(draft.text)
    heading = draft.heading and one_line(clean_text(draft.heading)[0], MAX_VALUE_CHARS)
    named = draft.said.title or heading
    parts = split_articles(text) if draft.lines and not named else [text]
    for part in parts:
        blocks = paragraphs(part) if draft.lines else [block for block in re.split(r"\n\n+", part) if block.strip()]
        cleaned = clean_lines(blocks)
        own = cleaned.paragraphs
        if not any(character.isalnum() for paragraph in own for character in paragraph):
            continue
        if heading and named and fold_key(heading) != fold_key(named):
            own = (heading, *own)
        found = read_heading(own, named, cleaned.above)
        yield dataclasses.replace(found, cuts=(*cuts, *cleaned.cuts, *found.cuts))
        cuts = ()
