-- accepted
-- uses: x.wmo.sinds time
SELECT COUNT(*) FILTER (WHERE sinds > DATE '2026-12-31') AS later, COUNT(*) FILTER (WHERE DATE '2026-12-31' >= sinds) AS eerder FROM x.wmo
