"""A calendar that somebody keeps elsewhere → events as our files hold them; whatever cannot be kept is named."""
