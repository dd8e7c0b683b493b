"""ETRS-TM35FIN metres (EPSG:3067) → degrees WGS 84.

The inverse of the transverse Mercator projection by Krüger's series in n, on the ellipsoid GRS 80. To the fourth order
it is exact to a tenth of a millimetre in Finland, so a projection library of tens of megabytes is not needed. ETRS89
and WGS 84 differ by less than a metre, which addresses do not tell apart. Source: JHS 197, appendix 1 (2016).
"""

from __future__ import annotations

from math import asin, asinh, atan, atanh, cos, cosh, degrees, radians, sin, sinh, sqrt, tan, tanh

_A_M, _FLATTENING = 6378137.0, 1 / 298.257222101
_SCALE, _CENTRAL_DEG, _FALSE_EASTING_M = 0.9996, 27.0, 500_000.0
_N = _FLATTENING / (2 - _FLATTENING)
_ECCENTRICITY = sqrt(2 * _FLATTENING - _FLATTENING**2)
_RADIUS_M = _A_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_SERIES = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)

NORTHINGS_M, EASTINGS_M = (6_582_000.0, 7_790_000.0), (40_000.0, 770_000.0)
"""What lies in Finland."""


def to_wgs84(northing_m: float, easting_m: float) -> tuple[float, float]:
    """(latitude, longitude) in degrees."""
    xi, eta = northing_m / (_RADIUS_M * _SCALE), (easting_m - _FALSE_EASTING_M) / (_RADIUS_M * _SCALE)
    xi_, eta_ = xi, eta
    for number, term in enumerate(_SERIES, 1):
        xi_ -= term * sin(2 * number * xi) * cosh(2 * number * eta)
        eta_ -= term * cos(2 * number * xi) * sinh(2 * number * eta)
    beta = asin(sin(xi_) / cosh(eta_))
    longitude = asin(tanh(eta_) / cos(beta))
    isometric = asinh(tan(beta))
    latitude_like = isometric + _ECCENTRICITY * atanh(_ECCENTRICITY * tanh(isometric))
    for _ in range(4):
        latitude_like = isometric + _ECCENTRICITY * atanh(_ECCENTRICITY * tanh(latitude_like))
    return degrees(atan(sinh(latitude_like))), degrees(radians(_CENTRAL_DEG) + longitude)


def is_in_finland(northing_m: float, easting_m: float) -> bool:
    """Whether metres can be those of a place in Finland."""
    return NORTHINGS_M[0] <= northing_m <= NORTHINGS_M[1] and EASTINGS_M[0] <= easting_m <= EASTINGS_M[1]
