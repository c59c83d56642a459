"""Who and what the loopback Discord holds before anybody speaks: users, servers, channels. Only values."""

from dataclasses import dataclass

from discord import Permissions

EVERYONE = Permissions(
    view_channel=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    use_application_commands=True,
)
MANAGER = EVERYONE | Permissions(manage_guild=True)
ADMINISTRATOR = Permissions.all()


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody, or the bot. ``role`` says to a reader of the page what the person may do."""

    id: int
    name: str
    role: str = ""
    bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A text channel of a server, or, where ``server_id`` is None, the direct messages with ``recipient_id``."""

    id: int
    name: str
    server_id: int | None = None
    recipient_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that the bot is in. ``members`` are (user id, permissions) pairs."""

    id: int
    name: str
    locale: str
    owner_id: int
    channels: tuple[Channel, ...]
    members: tuple[tuple[int, Permissions], ...]

    def permissions(self, user_id: int) -> Permissions | None:
        """Return what somebody may do here, or None for somebody who is not a member."""
        return dict(self.members).get(user_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything that stands still. The first server is home; everybody has direct messages with the bot."""

    application_id: int
    bot: User
    owner: User
    users: tuple[User, ...]
    servers: tuple[Server, ...]
    direct: tuple[Channel, ...]

    @property
    def home(self) -> Server:
        """The server whose community the bot serves."""
        return self.servers[0]

    def user(self, user_id: int) -> User | None:
        """Return a user, or None."""
        return next((user for user in (*self.users, self.bot) if user.id == user_id), None)

    def named(self, role: str) -> User:
        """Return the user of a role: ``member``, ``admin``, ``stranger`` or ``owner``."""
        return next(user for user in self.users if user.role == role)

    def server(self, server_id: int | None) -> Server | None:
        """Return a server, or None."""
        return next((server for server in self.servers if server.id == server_id), None)

    def channel(self, channel_id: int) -> Channel | None:
        """Return a channel of any server or of direct messages, or None."""
        everywhere = (*(channel for server in self.servers for channel in server.channels), *self.direct)
        return next((channel for channel in everywhere if channel.id == channel_id), None)

    def direct_channel(self, user_id: int) -> Channel | None:
        """Return the direct messages between somebody and the bot, or None for a user who is not there."""
        return next((channel for channel in self.direct if channel.recipient_id == user_id), None)

    def channels_of(self, user_id: int) -> tuple[Channel, ...]:
        """Return the channels that somebody sees: those of their servers, then their direct messages."""
        shared = [server for server in self.servers if server.permissions(user_id) is not None]
        direct = self.direct_channel(user_id)
        return (*(channel for server in shared for channel in server.channels), *([direct] if direct else []))


# Ids of October 2025: long enough to be real snowflakes, older than every message.
_FIRST_ID = 1_420_000_000_000_000_000


def playground_world(application_id: int = _FIRST_ID + 1) -> World:
    """Return the world of the playground: two servers, four people and the bot.

    Everybody's ids are the same each time; a Discord that forgets its commands needs another ``application_id``.
    """
    bot = User(id=application_id, name="Footnote", bot=True)
    member = User(id=_FIRST_ID + 11, name="Lin Mei", role="member")
    admin = User(id=_FIRST_ID + 12, name="Ada Novak", role="admin")
    stranger = User(id=_FIRST_ID + 13, name="Sam Reyes", role="stranger")
    owner = User(id=_FIRST_ID + 14, name="Olive Hart", role="owner")
    home = Server(
        id=_FIRST_ID + 100,
        name="Reading Room",
        locale="en-US",
        owner_id=admin.id,
        channels=_channels(_FIRST_ID + 100, "general", "library"),
        members=((bot.id, EVERYONE), (member.id, EVERYONE), (admin.id, MANAGER), (owner.id, EVERYONE)),
    )
    elsewhere = Server(
        id=_FIRST_ID + 200,
        name="Another Server",
        locale="en-US",
        owner_id=stranger.id,
        channels=_channels(_FIRST_ID + 200, "lobby"),
        members=((bot.id, EVERYONE), (stranger.id, ADMINISTRATOR)),
    )
    users = (member, admin, stranger, owner)
    direct = tuple(Channel(id=user.id + 1000, name=bot.name, recipient_id=user.id) for user in users)
    return World(application_id=bot.id, bot=bot, owner=owner, users=users, servers=(home, elsewhere), direct=direct)


def _channels(server_id: int, *names: str) -> tuple[Channel, ...]:
    return tuple(Channel(id=server_id + n, name=name, server_id=server_id) for n, name in enumerate(names, 1))
