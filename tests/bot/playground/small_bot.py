"""A small real discord.py bot that uses every part of the loopback Discord."""

import asyncio
import base64
import io
from contextlib import asynccontextmanager, suppress

import discord
from discord import app_commands

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Answers(discord.ui.View):
    """Buttons that edit, and buttons that open modals."""

    def __init__(self):
        super().__init__(timeout=None)

    @discord.ui.button(label="Count", custom_id="count")
    async def count(self, interaction: discord.Interaction, _: discord.ui.Button):
        await interaction.response.edit_message(content="counted")

    @discord.ui.button(label="Later", custom_id="later")
    async def later(self, interaction: discord.Interaction, _: discord.ui.Button):
        await interaction.response.defer()
        await interaction.edit_original_response(content="edited later")

    @discord.ui.button(label="Write", custom_id="write")
    async def write(self, interaction: discord.Interaction, _: discord.ui.Button):
        await interaction.response.send_modal(Form())

    @discord.ui.button(label="Hand in", custom_id="hand_in")
    async def hand_in(self, interaction: discord.Interaction, _: discord.ui.Button):
        await interaction.response.send_modal(Papers())


class Papers(discord.ui.Modal, title="Papers"):
    """Files and a text."""

    intro = discord.ui.TextDisplay("Hand in **your papers**.")
    files = discord.ui.Label(text="Files", component=discord.ui.FileUpload(custom_id="files", max_values=2))
    note = discord.ui.Label(text="Note", component=discord.ui.TextInput(custom_id="note", required=False))

    async def on_submit(self, interaction: discord.Interaction):
        names = [f"{file.filename} ({len(await file.read())} bytes)" for file in self.files.component.values]
        await interaction.response.send_message(f"{', '.join(names)}: {self.note.component.value}")


class Form(discord.ui.Modal, title="A form"):
    """One field."""

    words = discord.ui.Label(text="Words", component=discord.ui.TextInput(custom_id="words"))

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.send_message(f"wrote {self.words.component.value}")


class SmallBot(discord.Client):
    """Just enough bot to use every part of the loopback Discord."""

    def __init__(self, **options):
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True), **options)
        self.tree = app_commands.CommandTree(self)
        self.heard = []
        for command in (echo, think, count, silent, attach, upper, gallery):
            self.tree.add_command(command)

    async def setup_hook(self):
        await self.tree.sync()

    async def before_identify_hook(self, _shard_id, *, initial=False):
        """Do not wait between two IDENTIFYs."""

    async def on_message(self, message: discord.Message):
        self.heard.append((message.author.name, message.content))
        if message.author != self.user and message.content:
            async with message.channel.typing():
                await message.reply(f"heard {message.content}")


@app_commands.command()
async def echo(interaction: discord.Interaction, text: str, times: app_commands.Range[int, 1, 3] = 1):
    """Say it again."""
    await interaction.response.send_message(text * times, ephemeral=text == "secret")


@echo.autocomplete("text")
async def words(_: discord.Interaction, typed: str):
    return [app_commands.Choice(name=f"{typed}{ending}", value=typed + ending) for ending in ("!", "?")]


@app_commands.command()
async def think(interaction: discord.Interaction):
    """Defer, then answer."""
    await interaction.response.defer(thinking=True)
    await interaction.followup.send("thought")
    await interaction.followup.send("and more")


@app_commands.command()
async def count(interaction: discord.Interaction):
    """Show the controls."""
    await interaction.response.send_message("controls", view=Answers())


@app_commands.command()
async def silent(_: discord.Interaction):
    """Never answer."""


@app_commands.command()
async def attach(interaction: discord.Interaction, name: str):
    """Send a file."""
    await interaction.response.send_message("here", file=discord.File(io.BytesIO(b"TEA"), name))


@app_commands.command()
async def gallery(interaction: discord.Interaction, colour: str = "red", loud: bool = False):
    """Show every piece of a layout."""
    view = discord.ui.LayoutView(timeout=None)
    picture = discord.File(io.BytesIO(PIXEL), "pixel.png")
    box = discord.ui.Container(accent_colour=0x336699)
    box.add_item(discord.ui.TextDisplay(f"# {colour}{'!' if loud else ''}"))
    box.add_item(discord.ui.Separator(visible=False))
    link = discord.ui.Button(label="Elsewhere", url="https://example.org/")
    box.add_item(discord.ui.Section("beside", accessory=link))
    box.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(picture)))
    off = discord.ui.Button(label="Off", custom_id="off", disabled=True)
    box.add_item(discord.ui.ActionRow(off))
    view.add_item(box)
    await interaction.response.send_message(view=view, file=picture)


@gallery.autocomplete("colour")
async def colours(_: discord.Interaction, typed: str):
    return [app_commands.Choice(name=name, value=name[0]) for name in ("red", "green") if typed in name]


@app_commands.context_menu(name="Upper")
async def upper(interaction: discord.Interaction, message: discord.Message):
    """Answer in upper case."""
    await interaction.response.send_message(message.content.upper())


@asynccontextmanager
async def connected(loopback, **options):
    """Run a SmallBot on a loopback Discord."""
    client = SmallBot(**options)
    with loopback.route():
        running = asyncio.create_task(client.start("any token"))
        try:
            await asyncio.wait(
                [running, asyncio.create_task(loopback.gateway.until(lambda gateway: gateway.live))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            yield client
        finally:
            await client.close()
            with suppress(asyncio.CancelledError, discord.DiscordException):
                await running
