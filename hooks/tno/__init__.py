"""The portal of information, advice and guidance services, without any site generator."""
