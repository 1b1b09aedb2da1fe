"""Names of the places that the rail leads to; no page is loaded for them."""

from __future__ import annotations

CASES, REVIEW, EXPORT, SETTINGS, INTERVIEW = "cases", "review", "export", "settings", "interview"
TEAM, SEAL, CONFLICTS = "team", "seal", "conflicts"
PROTECTION = "protection"
