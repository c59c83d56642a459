"""What somebody does on the page, as a person would: by what is to be seen."""

from playwright.async_api import Locator, Page, expect


async def be(page: Page, person: str) -> None:
    """Become somebody, by name."""
    await page.locator("#people").get_by_role("button", name=person).click()
    await expect(page.locator("#who")).to_contain_text(person)


async def go(page: Page, place: str) -> None:
    """Go to a channel or to the direct messages."""
    await page.get_by_role("navigation").get_by_role("button", name=place, exact=True).click()
    await expect(page.locator("#place")).to_have_text(place)


async def speak(page: Page, locale: str) -> None:
    """Let Discord be in another language."""
    await page.locator("#locale").select_option(locale)
    await expect(page.locator("html")).to_have_attribute("lang", locale)


async def say(page: Page, text: str) -> None:
    """Write plain words."""
    await page.locator("#words").fill(text)
    await page.keyboard.press("Enter")


async def command(page: Page, name: str, /, *, send: bool = True, **options: str) -> None:
    """Type a command and its options; those that are not required are added first."""
    await page.locator("#words").fill(f"/{name} ")
    await expect(page.locator("#words")).to_be_hidden()  # which waits for the commands of whoever one has just become
    for option, text in options.items():
        field = page.get_by_label(option, exact=True)
        if not await field.count():
            await page.get_by_role("button", name=f": {option}").click()
        await field.press_sequentially(text)
    if send:
        await page.get_by_role("button", name="Send", exact=True).click()


def last(page: Page) -> Locator:
    """Return the newest message."""
    return page.get_by_role("article").last


async def answered(page: Page, text: str) -> Locator:
    """Wait until the newest message is an answer with a text in it, and return it."""
    await expect(last(page)).to_contain_text(text, timeout=90_000)
    return last(page)


def menu(page: Page) -> Locator:
    """Return what the menu above the composer offers."""
    return page.locator("#menu").get_by_role("option")
