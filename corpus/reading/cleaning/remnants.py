"""What markup leaves in a text: tags, entities, reference marks, section marks, lost breaks.

What must not live here: whole lines that are no part of the article.
"""

import html
import re
from collections import Counter

_TAGS = (
    "a|b|blockquote|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|section|span|strong|sub|sup"
    "|table|tbody|td|th|tr|u|ul"
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,20000}</\1>", re.IGNORECASE)
_TAG = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]{{0,500}})?/?>|(?<![\w<])(?:/?(?:strong|span|div|section|blockquote)|br ?/)>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|blockquote|section)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_ABOUT_MARKUP = re.compile(r"HTML|XML|markup|标记语言|標記語言", re.IGNORECASE)
# As WordPress and forums write: tags, those with what they show of other places, and those that need no end.
_BRACKET_TAG = re.compile(r"\[(/?)([a-z][\w-]{0,30}|编辑|編輯)(?:[ =][^\[\]\n]{0,400})?\]", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\[()(img|embed|(?:wp_)?youtube|video|audio|media)\b[^\[\]\n]{0,400}\][^\[\]\n]{0,400}\[/\2\]", re.IGNORECASE
)
_ALONE = re.compile(r"edit|编辑|編輯|citation|gallery|playlist|embed|audio|video|(?:vc|et_pb)_\w+|contact-form-7")
_INLINE = re.compile(r"[bius]|url|email|color|size|font|su[bp]|edit|编辑|編輯|citation")
_ABOUT_BRACKETS = re.compile(r"short ?code|bbcode|短代码|短代碼", re.IGNORECASE)
_MARK = re.compile(r"(?<=\S)[ ]?[\[［〔](?:注|註)?(\d{1,3})(?:[-–,，、] ?\d{1,3}){0,5}[\]］〕](?!\()")
_SECTION_MARK = re.compile(r"(?:(?<![\w< ])[ ]+|(?<![\w<]))<(\d{1,2})>[ ]*(?![\d>])")
_FIELD = re.compile(r"(?<=\S)[ ]*(【[^【】\n]{1,10}】)")
_ENDED = re.compile(r"[。！？!?…；;.：:)）]$")


def without_tag_remnants(text: str) -> tuple[str, list[str]]:
    """Drop tags of HTML and decode entities. Never touches a text about markup, nor what is no tag's name (a < b)."""
    if ("<" not in text and ">" not in text and "&" not in text) or _ABOUT_MARKUP.search(text):
        return text, []
    cuts: list[str] = []

    def dropped(match: re.Match[str]) -> str:
        cuts.append(match[0])
        return "\n" if _BREAK.match(match[0]) else ""

    def decoded(match: re.Match[str]) -> str:
        character = html.unescape(match[0])
        if character == match[0]:
            return character
        cuts.append(match[0])
        return character if character.isprintable() else " "

    text = _TAG.sub(dropped, _HIDDEN.sub(dropped, text))
    return _ENTITY.sub(decoded, text), cuts


def without_bracket_tags(text: str) -> tuple[str, list[str]]:
    """Drop the tags of WordPress and of forums, [caption]...[/caption], and addresses of films and pictures in them.

    Never touches a text about such tags, nor brackets that nothing closes, but for those that never need an end.
    """
    if "[" not in text or _ABOUT_BRACKETS.search(text):
        return text, []
    names = {(tag[1], tag[2].lower()) for tag in _BRACKET_TAG.finditer(text)}
    cuts: list[str] = []

    def dropped(match: re.Match[str]) -> str:
        name = match[2].lower()
        if not {("", name), ("/", name)} <= names and not _ALONE.fullmatch(name):
            return match[0]
        cuts.append(match[0])
        return "" if _INLINE.fullmatch(name) else "\n"

    return _BRACKET_TAG.sub(dropped, _EMBEDDED.sub(dropped, text)), cuts


def without_reference_marks(text: str) -> tuple[str, list[str]]:
    """Drop the numbers of references, [1] [2], that count up from 1.

    Never touches a mark that begins a line, as in the list of references, nor an index in code: a[0], a[1].
    """
    marks = list(_MARK.finditer(text))
    numbers = list(dict.fromkeys(int(mark[1]) for mark in marks))
    before = [text[mark.start() - 1] if mark[0][0] != " " else " " for mark in marks]
    after_word = sum(character.isascii() and character.isalnum() for character in before)
    if len(numbers) < 2 or numbers[0] != 1 or numbers != sorted(numbers) or 0 in numbers or after_word * 2 > len(marks):
        return text, []
    return _MARK.sub("", text), [mark[0] for mark in marks]


def with_section_marks_as_breaks(text: str) -> tuple[str, list[str]]:
    """Begin a paragraph at section marks, <1> <2>, that count up; never touches a number in code or a formula."""
    numbers = [int(mark[1]) for mark in _SECTION_MARK.finditer(text)]
    if len(numbers) < 2 or numbers != sorted(set(numbers)) or numbers[0] > 1:
        return text, []
    return _SECTION_MARK.sub("\n\n", text), [f"<{number}>" for number in numbers]


def with_fields_on_lines(text: str) -> tuple[str, list[str]]:
    """Begin a line at a field label such as 【时间】 in running text.

    Drops nothing. Never parts a sentence: the label stands behind an end, or is one that the text repeats.
    """
    labels = Counter(match[1] for match in _FIELD.finditer(text))
    if len(labels) < 2:
        return text, []
    cuts: list[str] = []

    def parted(match: re.Match[str]) -> str:
        if not (_ENDED.search(text[match.start() - 1 : match.start()]) or labels[match[1]] > 2):
            return match[0]
        cuts.append(f"¶ {match[1]}")
        return f"\n\n{match[1]}"

    return _FIELD.sub(parted, text), cuts
