"""What programs write into a file's properties, and which of it says something. What must not live here: formats."""

import re

from corpus.reading.dates import iso_date

_NO_TITLE = re.compile(
    r"\(?(?:anonymous|untitled|unknown|document ?\d*|无标题|未命名|無標題|文档 ?\d*|文件 ?\d+).{0,9}"
    r"|\S*\.(?:docx?|pdf|indd|pptx?|xlsx?|tex|dvi|html?|rtf|txt|wps)|Microsoft .* - .*|PowerPoint .*|[\W\d_]*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\(?(?:anonymous|unspecified|unknown|admin\w*|(?:windows |microsoft |office )?user|owner|root|pc|dell|hp|asus"
    r"|lenovo|python-docx|微软用户|用户|使用者|系统管理员|作者)\)?|.*@.*|[\W\d_]*",
    re.IGNORECASE,
)

_TEMPLATE_MADE = "2013-12-23T23:15:00Z"  # that of python-docx, which many programs leave in the files that they make


def stated_day(text: str) -> str | None:
    """Return the ISO date of a file's making; None for that of its template."""
    return None if text == _TEMPLATE_MADE else iso_date(text[:10])


def stated_title(text: str | None) -> str | None:
    """Return a title that a person gave; None for the name of a file, a program's default, or nothing."""
    title = " ".join((text or "").split())
    return None if _NO_TITLE.fullmatch(title) else title


def stated_author(text: str | None) -> str | None:
    """Return the name of a person; None for that of an account, a program or a machine."""
    author = " ".join((text or "").split())
    return None if _NO_AUTHOR.fullmatch(author) else author
