"""How a line about a time is taken apart: words, parts, days and hours, zones, several meetings in one."""
