-- accepted
-- uses: x.b.sinds time
-- nobody is in both parts
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.b WHERE sinds < DATE '2025-07-01' UNION ALL SELECT p_id FROM x.b WHERE YEAR(sinds) = 2026) AS t
