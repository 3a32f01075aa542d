-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.naam FILTER
-- rows: x.p
-- named: x.p.naam:FILTER x.p.p_id:SELECT
SELECT p_id, 'Café € ł 日本 it''s' AS t FROM x.p WHERE naam <> 'Zoë'
