-- refused: FAN-OUT
-- the second quarter is in both parts
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.b WHERE sinds < DATE '2025-07-01' UNION ALL SELECT p_id FROM x.b WHERE sinds >= DATE '2025-04-01') AS t
