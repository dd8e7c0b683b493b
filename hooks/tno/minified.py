"""Scripts and styles as pages fetch them: without comments, spaces and long inner names (by what Hugo uses)."""

from __future__ import annotations

_TYPES = {".js": "application/javascript", ".css": "text/css"}


def minified(name: str, data: bytes) -> bytes:
    """The same script or style in fewer bytes; any other file, and one that cannot be read as what it is, unchanged.

    Args:
        name: of the file; its ending tells what it is.
    """
    kind = next((kind for ending, kind in _TYPES.items() if name.endswith(ending)), None)
    if kind is None:
        return data
    import minify  # here: what it brings (a runtime with threads of its own) does not outlive a fork

    try:
        return str(minify.string(kind, data.decode())).encode()
    except ValueError:  # as somebody wrote it: their browsers may know more
        return data
