-- accepted
-- uses: none
-- one row for each visitor; how often is not looked at
SELECT COUNT(*) AS n FROM (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k
