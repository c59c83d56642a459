"""The thin side of Discord that commands, messages and buttons share: who asks, how answers leave, what buttons do."""
