"""What every measurement of speed and memory needs: a process of its own. What must not live here: what is measured."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a process that measures another system must not pay for ours
    from corpus import Article

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, float]


def in_a_child(benchmark: str, *arguments: object) -> Figures:
    """Return what a benchmark prints as JSON when it is called with ``--child`` and these arguments."""
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{benchmark}", "--child", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


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


def start_jieba(cache: Path) -> Any:
    """Return jieba with its dictionary loaded, its cache in a folder of ours."""
    import jieba  # noqa: PLC0415  heavy, and the peer's to pay for

    jieba.setLogLevel("CRITICAL")
    jieba.dt.tmp_dir = str(cache)
    jieba.initialize()
    return jieba
