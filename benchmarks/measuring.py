"""What every measurement of speed and memory needs: a process of its own. What must not live here: what is measured."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a process that measures another system must not pay for ours
    from corpus import Article

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, float]


def in_a_child(benchmark: str, *arguments: object) -> Any:
    """Return what a benchmark prints as JSON when it is called with ``--child`` and these arguments."""
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{benchmark}", "--child", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB; of a child that has ended it would tell its parent's."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def resident_mb(process: int | str = "self") -> float:
    """Return the resident memory of a process, in MB; 0 where it cannot be told."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except OSError:
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def made_up_article(number: int, title: str, text: str) -> "Article":
    """Return an article of nothing but a title and a text."""
    from corpus import Article  # noqa: PLC0415  as above

    return Article(
        id=f"a{number}",
        title=title,
        text=text,
        language="zh-Hans",
        author=None,
        source=None,
        published=None,
        url=None,
        origins=(f"{number}.md",),
    )


def frequent_words(cache: Path) -> list[str]:
    """Return the words of jieba's dictionary, the most frequent first."""
    return [
        word for n, word in sorted(((n, word) for word, n in start_jieba(cache).dt.FREQ.items() if n), reverse=True)
    ]


def start_jieba(cache: Path) -> Any:
    """Return jieba with its dictionary loaded, its cache in a folder of ours."""
    import jieba  # noqa: PLC0415  heavy, and the peer's to pay for

    jieba.setLogLevel("CRITICAL")
    jieba.dt.tmp_dir = str(cache)
    jieba.initialize()
    return jieba
