"""Whether one name on a card may be that of several people, as far as the articles can tell.

What must not live here: names that are told apart when they are joined (:mod:`corpus.who.groups`).
"""

import re
import sqlite3
from collections.abc import Collection, Iterable

from corpus.who.keys import PART_SEPARATORS, name_key, surname_length
from corpus.who.lexicon import BARE_TITLE

# That somebody is not who bears the same name.
_TOLD_APART = re.compile(
    r"同名同姓|同姓同名|重名(?![声聲誉譽望])|[不非]是?同一[个個位]?人|同名的(?:另|人)"
    r"|\b(?:is|was) (?:a different|another|not the same) (?:\w+ )?(?:man|woman|person)\b"
    r"(?! (?:from|than|after|since|now|today|I|s?he|they)\b)"
    r"|\bnot to be confused with\b|\b(?:man|woman|person|somebody|someone) (?:of|with) the same name\b",
    re.IGNORECASE,
)
_ARTICLES_COMPARED = 8
_NAMES_READ = 200
_OFFICES = "SELECT article, text FROM name_statement WHERE owner = ? AND titles != ''"
_BESIDE = (
    "SELECT DISTINCT f.owner FROM name_place p JOIN name_form f ON f.id = p.form "
    "WHERE p.article = ? AND f.owner != ? LIMIT ?"
)


def may_be_several(
    connection: sqlite3.Connection, owner: int, articles: Collection[int], sentences: Iterable[str]
) -> bool:
    """Whether a sentence that names somebody tells bearers of the name apart, or articles have nothing in common.

    That is where they state offices that share no word and, besides this name, name nobody in common; only a surname,
    a given name or a Chinese name of two characters is doubted so. Of 41 names with offices in several passages of an
    encyclopaedia that held for three, all of them several bearers'; it held for four longer names too, each one
    person's: offices change. It is a doubt to be shown, and no reason to part a card.
    """
    if any(map(_TOLD_APART.search, sentences)):
        return True
    forms = connection.execute("SELECT form FROM name_form WHERE owner = ?", (owner,)).fetchall()
    whole = (len(form) > 2 and surname_length(name_key(form)) for (form,) in forms)
    if any(whole) or any(len(PART_SEPARATORS.split(form)) > 1 for (form,) in forms):
        return False
    offices: dict[int, set[object]] = {}
    for number, key in connection.execute(_OFFICES, (owner,)):
        if number in articles and not BARE_TITLE.fullmatch(key):
            offices.setdefault(number, set()).update(key[at : at + 2] for at in range(len(key) - 1))
    apart: list[set[object]] = []
    for number in [*offices][:_ARTICLES_COMPARED]:
        held = offices[number].union(row[0] for row in connection.execute(_BESIDE, (number, owner, _NAMES_READ)))
        held = held.union(*(other for other in apart if other & held))
        apart = [other for other in apart if not other <= held] + [held]
    return len(apart) > 1
