"""What the tests of builds share."""

import pytest

from corpus.index import preparing, writer


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the articles that builds of this test work out."""
    ids: list[str] = []
    monkeypatch.setattr(preparing, "prepare", lambda *job: ids.append(job[0].id) or writer.prepare(*job))
    return ids
