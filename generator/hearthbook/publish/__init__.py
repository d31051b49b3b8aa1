"""From an archive to a site: cells, pages, MkDocs, and the swap that readers never notice."""
