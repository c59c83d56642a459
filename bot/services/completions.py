"""What is offered while somebody types, and as examples: from the articles that are served. Nothing here is logged.

What must not live here: answering.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from bot.services.gate import Gate
from bot.services.language import is_chinese, locale_language, reads
from bot.services.library_host import LibraryHost
from bot.services.requests import Asker, Language
from bot.services.resolving import name_for
from corpus import ArticleRef, Candidate, CorpusError, UnknownArticle
from corpus.library import Library

COMPLETIONS = 25
COMPLETED_CHARS = 100
NAMES_AMONG = 10  # names among the completions of a question, the rest are titles
LOOKED_AT = 60
EXAMPLE_CHARS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Something to search for, a name, and a title to summarise, as the articles hold them; None where they do not."""

    question: str | None = None
    name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """Offers what the articles hold.

    Attributes
    ----------
    gate
        Admits askers: what is offered tells of the articles.
    host
        Holds the library.
    popular
        How often each article came first in an answer of late.
    """

    gate: Gate
    host: LibraryHost
    popular: Counter[str] = field(default_factory=Counter)

    async def titles(self, asker: Asker, text: str) -> list[ArticleRef]:
        """Return articles whose title completes the text, at most 25; the most popular first where it is empty."""
        await self.gate.admit(asker)
        popular = [article_id for article_id, _ in self.popular.most_common(COMPLETIONS)]
        return await self.host.call(partial(_titles, text=text[:COMPLETED_CHARS], popular=popular))

    async def names(self, asker: Asker, text: str) -> list[Candidate]:
        """Return names that complete the text, at most 25, the most mentioned first."""
        await self.gate.admit(asker)
        language = None if is_chinese(text) else locale_language(asker.locale)
        return await self.host.call(partial(_names, text=text[:COMPLETED_CHARS], language=language))

    async def questions(self, asker: Asker, text: str) -> list[str]:
        """Return names and titles that complete a question, at most 25 that differ."""
        names = [each.name for each in await self.names(asker, text)][:NAMES_AMONG]
        titles = [each.title for each in await self.titles(asker, text)]
        return list(dict.fromkeys((*names, *titles)))[:COMPLETIONS]

    async def values(self, field_name: Literal["source", "author"], asker: Asker, text: str) -> list[str]:
        """Return sources or authors that hold the text, at most 25, those of most articles first."""
        await self.gate.admit(asker)
        part = text[:COMPLETED_CHARS]
        return await self.host.call(lambda library: library.complete_values(field_name, part, COMPLETIONS))

    async def examples(self, language: Language) -> Examples:
        """Return what to try in a language, as the articles have it; nothing where none are served."""
        try:
            return await self.host.call(partial(_examples, language=language))
        except CorpusError:
            return Examples()


def _titles(library: Library, *, text: str, popular: list[str]) -> list[ArticleRef]:
    found = library.complete_titles(text, COMPLETIONS)
    if text.strip():
        return found
    return [*{ref.id: ref for ref in (*_refs(library, popular), *found)}.values()][:COMPLETIONS]


def _names(library: Library, *, text: str, language: Language | None) -> list[Candidate]:
    """Return names that complete a text, as a reader writes them where the language is known."""
    found = library.complete_names(text, COMPLETIONS)
    return [replace(each, name=name_for(library, language, each.name)) if language else each for each in found]


def _refs(library: Library, article_ids: list[str]) -> list[ArticleRef]:
    """Return articles by their ids, without those that are gone."""
    refs: list[ArticleRef] = []
    for article_id in article_ids:
        with suppress(UnknownArticle):
            refs.append(ArticleRef(id=article_id, title=library.article(article_id).title))
    return refs


def _examples(library: Library, *, language: Language) -> Examples:
    """Choose among the first articles and the most mentioned names those that suit a reader, short ones."""
    chinese = language != "en-US"
    some = [each for each in library.articles[:LOOKED_AT] if len(each.title) <= EXAMPLE_CHARS * (1 if chinese else 2)]
    own = "zh" if chinese else "en"
    suited = [each.title for each in some if each.language.startswith(own)] or [each.title for each in some]
    people = [each.name for each in _names(library, text="", language=language) if each.kind == "person"]
    read = [each for each in people if reads(language, each)]
    names = [each for each in read if is_chinese(each) is chinese] or read or people
    question, title = (suited[-1], suited[0]) if suited else (None, None)
    return Examples(question=question, name=names[0] if names else None, title=title)
