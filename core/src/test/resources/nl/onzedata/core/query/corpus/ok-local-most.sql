-- accepted
-- uses: x.p.duurste filter
-- the dearest of many; nothing where nobody came
SELECT COUNT(*) FILTER (WHERE duurste > 500) AS duur, COUNT(*) FILTER (WHERE duurste <= 100) AS goedkoop, COUNT(*) FILTER (WHERE duurste IS NULL) AS geen FROM x.p
