"""An advisory becomes a document: text, Markdown, HTML, PDF."""
