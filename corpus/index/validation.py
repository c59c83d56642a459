"""The rules of :class:`corpus.Article` that an index insists on, whoever made the article."""

from corpus.article import ARTICLE_ID, PUBLISHED, Article
from corpus.errors import InvalidArticle


def check_article(article: Article) -> None:
    """Raise InvalidArticle with the first rule that an article breaks; return quietly if it breaks none."""
    if not ARTICLE_ID.fullmatch(article.id):
        raise InvalidArticle(article.id, "the id is not 1 to 32 letters, digits, _ or -")
    for name in ("title", "text", "language"):
        if not getattr(article, name).strip():
            raise InvalidArticle(article.id, f"the {name} is empty")
    for name in ("author", "source", "url", "published"):
        if getattr(article, name) == "":
            raise InvalidArticle(article.id, f"the {name} is an empty string instead of None")
    if article.published is not None and not PUBLISHED.fullmatch(article.published):
        raise InvalidArticle(article.id, "the date is not YYYY, YYYY-MM or YYYY-MM-DD")
    if not article.origins:
        raise InvalidArticle(article.id, "there is no origin")
    shown = (article.title, article.text, article.author, article.source, article.url, article.language)
    try:
        "".join((*(part or "" for part in shown), *article.origins)).encode()
    except UnicodeEncodeError as error:
        raise InvalidArticle(article.id, "it holds half of a surrogate pair") from error
