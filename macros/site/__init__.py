"""The site put together: generated pages, the build, and its edges to MkDocs."""
